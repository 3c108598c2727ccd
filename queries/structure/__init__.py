"""Structure: how bodies are connected, who stands between others, which groups there are."""
