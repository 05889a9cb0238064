package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Serviced land, ready for construction, that one project can be supplied with.
 *
 * @param hundredths of a mu
 * @param serviced from when on it can be supplied
 * @param recordedAt when the last of what it builds on is recorded
 */
record Plot(String zone, String parcel, long hundredths, LocalDate serviced, Instant recordedAt) {}
