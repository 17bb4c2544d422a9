using Portal.Web.Components.Status;

namespace Portal.Web.Pages.Insured.ShowHome;

/// <summary>Something that a client has to see to.</summary>
/// <param name="Tone">How pressing it is.</param>
/// <param name="Title">What it is.</param>
/// <param name="Text">What it means, and what to do.</param>
/// <param name="Link">A path of the portal, or a place on the page.</param>
/// <param name="LinkText">What the link leads to.</param>
public sealed record ClientTask(Tone Tone, string Title, string Text, string Link, string LinkText);
