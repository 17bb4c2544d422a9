using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests.Api;

public sealed class ApiDescriptionTests
{
    public static TheoryData<string> Services() => [.. House.ServiceNames];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Written(string service)
    {
        await File.WriteAllTextAsync(ApiDescription.PathOf(service), await ApiDescription.TextOfAsync(service, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }
}
