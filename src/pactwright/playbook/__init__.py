"""Two playbooks over one draft: where both sides can live with an answer, and what each could give for it."""
