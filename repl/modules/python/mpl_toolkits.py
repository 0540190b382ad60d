"""mpl_toolkits: more kinds of axes."""
