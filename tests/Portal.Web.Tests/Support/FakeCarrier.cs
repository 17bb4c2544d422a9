namespace Portal.Web.Tests.Support;

/// <summary>An insurer as Policy answers and takes it.</summary>
internal sealed record FakeCarrier(string Name, string Naic)
{
    public static FakeCarrier Selective { get; } = new("Selective Insurance Company of America", "12572");
}
