namespace Portal.Web.Components.Tours;

/// <summary>One thing that a tour points at.</summary>
/// <param name="Target">Selector of what it points at; where the page has none, the step is left out.</param>
/// <param name="Title">A few words.</param>
/// <param name="Text">One or two sentences.</param>
public sealed record TourStep(string Target, string Title, string Text);
