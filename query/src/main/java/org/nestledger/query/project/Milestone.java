package org.nestledger.query.project;

import java.time.LocalDate;

/** A named point that construction has reached. */
public record Milestone(String name, LocalDate reachedOn) {}
