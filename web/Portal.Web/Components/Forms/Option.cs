namespace Portal.Web.Components.Forms;

/// <summary>One of several things to choose.</summary>
public sealed record Option(string Value, string Label)
{
    /// <summary>A second line for <c>Choices</c>.</summary>
    public string? Help { get; init; }
}
