using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Features;

public sealed class RefusedRenewalTests(ImportedBook book) : IClassFixture<ImportedBook>
{
    private readonly HttpClient _partner = book.Partner;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<string> PathOfAsync(string number) =>
        $"/api/v1/policies/{(await book.PolicyAsync(number)).GetProperty("id").GetString()}";

    private async Task<string> ClientPathAsync() =>
        $"/api/v1/clients/{(await book.PolicyAsync("GL-1")).GetProperty("clientId").GetString()}/renewals";
}
