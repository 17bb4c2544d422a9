using System.Net;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Features;

public sealed class RefusedRenewalTests(ImportedPolicies imported) : IClassFixture<ImportedPolicies>
{
    private readonly HttpClient _partner = imported.Partner;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{ "renewals": [] }""", "renewals-out-of-range", "renewals")]
    [InlineData("{}", "renewals-out-of-range", "renewals")]
    [InlineData("""{ "renewals": [ { "effective": "2027-07-01", "expiration": "2028-07-01" } ] }""", "policy-id-required", "renewals[0].policyId")]
    [InlineData("""{ "renewals": [ null ] }""", "policy-id-required", "renewals[0].policyId")]
    [InlineData("""{ "renewals": [ { "policyId": "x" } ] }""", "policy-id-invalid", "renewals[0].policyId")]
    public async Task A_list_that_is_none_is_refused(string body, string code, string field)
    {
        using var response = await _partner.SendJsonAsync(HttpMethod.Post, await ClientPathAsync(), body, Stop);

        await response.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, code, field, Stop);
    }

    [Theory]
    [InlineData("""{ "effective": "2027-06-30", "expiration": "2028-07-01" }""", "term-overlaps", "effective")]
    [InlineData("""{ "effective": "2025-07-01", "expiration": "2026-07-01" }""", "term-runs-backwards", "effective")]
    [InlineData("""{ "effective": "2027-07-01", "expiration": "2027-07-01" }""", "expiration-before-effective", "expiration")]
    [InlineData("""{ "effective": "2027-07-01" }""", "expiration-required", "expiration")]
    [InlineData("""{ "effective": "2027-13-01", "expiration": "2028-07-01" }""", "effective-invalid", "effective")]
    [InlineData("""{ "effective": "2027-07-01", "expiration": "2028-07-01", "limits": { "luck": 7 } }""", "field-unexpected", "limits.luck")]
    [InlineData("""{ "effective": "2027-07-01", "expiration": "2028-07-01", "limits": { "retention": -7 } }""", "limit-invalid", "limits.retention")]
    [InlineData("""{ "effective": "2027-07-01", "expiration": "2028-07-01", "limits": { "buildingLimit": 7 } }""", "limit-not-of-line", "limits.buildingLimit")]
    [InlineData("""{ "effective": "2027-07-01", "expiration": "2028-07-01", "carrier": { "naic": "1" } }""", "naic-invalid", "carrier.naic")]
    [InlineData("""{ "effective": "2027-07-01", "expiration": "2028-07-01", "number": "" }""", "number-invalid", "number")]
    [InlineData("null", "body-required", null)]
    [InlineData("", "body-required", null)]
    public async Task A_renewal_that_can_not_be_names_the_field(string body, string code, string? field)
    {
        using var response = await _partner.SendJsonAsync(
            HttpMethod.Post, await PathOfAsync("GL-1") + "/renewals", body, Stop);

        await response.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, code, field, Stop);
        Assert.Equal(Some.Day("2027-07-01"), (await imported.PolicyAsync("GL-1")).Expiration);
    }

    [Theory]
    [InlineData("""{ "expiration": "2025-01-01" }""", HttpStatusCode.UnprocessableEntity, "expiration-before-effective", "expiration")]
    [InlineData("""{ "number": "" }""", HttpStatusCode.UnprocessableEntity, "number-invalid", "number")]
    [InlineData("""{ "carrier": { "naic": "1" } }""", HttpStatusCode.UnprocessableEntity, "naic-invalid", "carrier.naic")]
    [InlineData("""{ "effective": "2026-06-01" }""", HttpStatusCode.UnprocessableEntity, "patch-is-no-renewal", "effective")]
    public async Task A_correction_that_can_not_be_names_the_field(
        string body, HttpStatusCode status, string code, string field)
    {
        using var response = await _partner.SendJsonAsync(HttpMethod.Patch, await PathOfAsync("UM-2"), body, Stop);

        await response.AssertProblemAsync(status, code, field, Stop);
    }

    private async Task<string> PathOfAsync(string number) =>
        $"/api/v1/policies/{(await imported.PolicyAsync(number)).Id}";

    private async Task<string> ClientPathAsync() =>
        $"/api/v1/clients/{(await imported.PolicyAsync("GL-1")).ClientId}/renewals";
}
