/** The systems that a snippet can be made for. `static` is any page whose HTML a web team writes itself. */
export const cmsNames = ['wordpress', 'drupal', 'typo3', 'plone', 'joomla', 'liferay', 'mediawiki', 'static'] as const;

export type Cms = (typeof cmsNames)[number];
