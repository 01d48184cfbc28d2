"""Reading numbers out of texts: what people copy from slides, notebooks, web pages, spreadsheets and programs."""
