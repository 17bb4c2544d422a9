namespace Portal.ServiceDefaults.Operations;

/// <summary>Settings of the operators' commands, section <c>Operations</c>.</summary>
internal sealed class OperationsOptions
{
    public const string Section = "Operations";

    /// <summary>
    /// What the app host proves itself with: it makes the secret and gives it to every service
    /// (<c>Operations__Secret</c>). Without one nobody can give a command.
    /// </summary>
    public string? Secret { get; set; }
}
