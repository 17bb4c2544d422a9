namespace Portal.Web.Components.Status;

/// <summary>What a colour says; the words beside it always say it too.</summary>
public enum Tone
{
    /// <summary>Nothing to do, nothing to know.</summary>
    Quiet,
    Info,
    Good,
    Warn,
    Bad,
}
