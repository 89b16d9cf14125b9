"""Windows, views, models and dialogs: the only layer beside `app` that knows Qt."""
