"""Claims of all reports, and what people judged of them -> incidents, their figures combined, and a balance."""
