/** The services agreed for projects, and their delivery. */
@NullMarked
package org.nestledger.query.service;

import org.jspecify.annotations.NullMarked;
