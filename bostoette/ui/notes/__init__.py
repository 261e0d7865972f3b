"""Notes: the page, the form one is written in, and what is done with a signed one."""
