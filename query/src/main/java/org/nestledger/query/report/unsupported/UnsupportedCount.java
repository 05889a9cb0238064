package org.nestledger.query.report.unsupported;

import org.jspecify.annotations.Nullable;

/**
 * What one actor recorded of one type.
 *
 * @param entries all of them
 * @param unsupported those without a document
 */
public record UnsupportedCount(String type, @Nullable String actor, long entries, long unsupported) {}
