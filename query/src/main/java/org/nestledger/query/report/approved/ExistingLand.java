package org.nestledger.query.report.approved;

/** The land of a zone's own parcels that was construction land already, so that it needed no approval. */
public record ExistingLand(String zone, ConstructionLand land) {}
