"""urllib: addresses. nnsh itself fetches nothing."""
