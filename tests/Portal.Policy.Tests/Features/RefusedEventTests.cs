using System.Net;
using System.Text.Json.Nodes;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Features;

/// <summary>What can't be recorded of a policy is refused by the field that is wrong.</summary>
public sealed class RefusedEventTests(ImportedPolicies imported) : IClassFixture<ImportedPolicies>
{
    private readonly HttpClient _partner = imported.Partner;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("endorsements", """{ "effective": "2020-01-01", "limits": { "eachOccurrence": 1 } }""", "outside-terms", "effective")]
    [InlineData("endorsements", """{ "limits": { "eachOccurrence": 1 } }""", "effective-required", "effective")]
    [InlineData("endorsements", """{ "effective": "TODAY" }""", "limits-required", "limits")]
    [InlineData("endorsements", """{ "effective": "TODAY", "limits": { "eachOccurrence": 0 } }""", "limit-invalid", "limits.eachOccurrence")]
    [InlineData("endorsements", """{ "effective": "TODAY", "limits": { "luck": 1 } }""", "field-unexpected", "limits.luck")]
    [InlineData("endorsements", """{ "effective": "TODAY", "luck": 1 }""", "field-unexpected", "luck")]
    [InlineData("endorsements", """{ "effective": "TODAY", "coverage": { "form": "luck" } }""", "form-invalid", "coverage.form")]
    [InlineData("endorsements", """{ "effective": "TODAY", "coverage": { "endorsements": [""] } }""", "endorsements-invalid", "coverage.endorsements[0]")]
    [InlineData("endorsements", """{ "effective": "TODAY", "coverage": { "autoScopes": ["any"] } }""", "coverage-not-of-line", "coverage.autoScopes")]
    [InlineData("endorsements", """{ "effective": "TODAY", "expiration": "TODAY" }""", "use-cancel", "expiration")]
    [InlineData("cancellation-notices", """{ "mailedOn": "TODAY", "effective": "2020-01-01", "by": "insurer", "reason": "x" }""", "notice-after-effective", "mailedOn")]
    [InlineData("cancellation-notices", """{ "mailedOn": "TODAY", "effective": "TODAY", "by": "luck", "reason": "x" }""", "by-invalid", "by")]
    [InlineData("cancellation-notices", "{}", "mailed-on-required", "mailedOn")]
    [InlineData("rescissions", """{ "of": 9, "on": "TODAY" }""", "no-such-notice", "of")]
    [InlineData("cancellations", """{ "effective": "TODAY", "kind": "flat", "by": "insured", "reason": "x" }""", "flat-needs-first-day", "effective")]
    [InlineData("cancellations", """{ "effective": "2031-01-01", "kind": "pro_rata", "by": "insured", "reason": "x" }""", "cancellation-outside-term", "effective")]
    [InlineData("cancellations", """{ "effective": "TODAY", "kind": "pro_rata", "by": "insured" }""", "reason-required", "reason")]
    [InlineData("rewrites", """{ "effective": "TODAY" }""", "new-required", "new")]
    [InlineData("rewrites", """{ "effective": "TODAY", "new": { "number": "N", "carrier": { "name": "C", "naic": "1" }, "expiration": "2031-01-01", "effective": "2030-01-01" } }""", "rewrite-leaves-gap", "new.effective")]
    [InlineData("rewrites", """{ "effective": "TODAY", "new": { "number": "N", "carrier": { "name": "C", "naic": "1" }, "expiration": "2020-01-01" } }""", "expiration-before-effective", "new.expiration")]
    [InlineData("rewrites", """{ "effective": "TODAY", "new": { "number": "N", "carrier": { "name": "C", "naic": "1" }, "expiration": "2028-01-01", "limits": { "eachOccurrence": 1 } } }""", "naic-invalid", "new.carrier.naic")]
    [InlineData("corrections", """{ "of": 9, "withdrawn": true, "reason": "x" }""", "no-such-event", "of")]
    [InlineData("corrections", """{ "of": 1, "reason": "x" }""", "change-invalid", "change")]
    [InlineData("corrections", """{ "of": 1, "reason": "x", "change": { "mailedOn": "TODAY" } }""", "field-unexpected", "change.mailedOn")]
    [InlineData("corrections", """{ "of": 1, "reason": "x", "change": { "limits": { "eachOccurrence": 0.5 } } }""", "limit-invalid", "change.limits.eachOccurrence")]
    [InlineData("corrections", """{ "of": 1, "reason": "x", "change": { "zone": "Mars" } }""", "zone-invalid", "change.zone")]
    public async Task What_can_not_be_recorded_names_the_field_and_leaves_the_policy_as_it_was(
        string road, string body, string code, string field)
    {
        var policy = await imported.PolicyAsync("GL-1");
        using var answer = await _partner.SendJsonAsync(
            HttpMethod.Post,
            $"/api/v1/policies/{policy.Id}/{road}",
            body.Replace("TODAY", "2026-10-01", StringComparison.Ordinal),
            Stop);

        await answer.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, code, field, Stop);
        Assert.Equal(policy.Etag, (await imported.PolicyAsync("GL-1")).Etag);
    }

    [Theory]
    [InlineData("clientId", "client-id-required")]
    [InlineData("line", "line-required")]
    [InlineData("number", "number-required")]
    [InlineData("carrier.name", "name-required")]
    [InlineData("effective", "effective-required")]
    public async Task A_policy_that_lacks_something_is_not_added(string member, string code)
    {
        var body = JsonNode.Parse(Some.Declared(Guid.CreateVersion7(), "PK-9", Some.Day("2026-10-01")))!;
        var path = member.Split('.');
        (path.Length > 1 ? body[path[0]] : body)!.AsObject().Remove(path[^1]);

        using var answer = await _partner.SendJsonAsync(
            HttpMethod.Post, "/api/v1/policies", body.ToJsonString(), Stop);

        await answer.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, code, member, Stop);
    }
}
