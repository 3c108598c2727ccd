"""A network as a figure: SVG, PDF or PNG, with title, legend and source line."""
