package org.nestledger.query.report.approved;

import org.jspecify.annotations.Nullable;

/**
 * The land that was approved in one year.
 *
 * @param zone whose own parcels these are; absent for the total of all of them
 * @param year of the approval; absent for land of the opening stock that states no quota year
 */
public record ApprovedLand(@Nullable String zone, @Nullable Integer year, ConstructionLand land) {}
