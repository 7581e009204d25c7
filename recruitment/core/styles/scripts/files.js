// The file button's spoken name must contain its visible words in one piece (WCAG 2.5.3): the hidden comma moves behind it.
for (const button of document.querySelectorAll(".govuk-file-upload-button")) {
  const comma = button.querySelector(".govuk-visually-hidden[id]");
  if (comma) button.after(comma);
}
