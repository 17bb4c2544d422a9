namespace Portal.Web.Pages.Journeys;

/// <summary>One page of a journey.</summary>
/// <param name="Path">Its path below the journey's, such as <c>/check</c>; empty for the first.</param>
/// <param name="Name">What the list of steps calls it.</param>
public sealed record JourneyStep(string Path, string Name);
