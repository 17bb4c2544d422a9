namespace Portal.Web.Pages.Broker.StepIn;

/// <summary>What somebody who wants to step into a client's account says.</summary>
public sealed record StepInForm
{
    /// <summary>The reason of the one press that asks for none: what it is, and no more. The client reads it.</summary>
    public const string Glance = "Opened from the list of clients, to view";

    /// <summary>view or manage.</summary>
    public string? Mode { get; init; }

    public string? Reason { get; init; }
}
