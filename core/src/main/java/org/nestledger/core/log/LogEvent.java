package org.nestledger.core.log;

/** A fact about the log itself and not about what is recorded in it: whoever folds the log passes over it. */
public interface LogEvent {}
