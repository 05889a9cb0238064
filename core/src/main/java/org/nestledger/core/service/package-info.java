/** Service plans: the services agreed with one enterprise for a project (一企一策), tracked to delivery. */
@NullMarked
package org.nestledger.core.service;

import org.jspecify.annotations.NullMarked;
