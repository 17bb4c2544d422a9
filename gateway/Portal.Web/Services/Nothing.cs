namespace Portal.Web.Services;

/// <summary>The value of an answer that has none.</summary>
internal sealed class Nothing
{
    private Nothing()
    {
    }

    public static Nothing Value { get; } = new();
}
