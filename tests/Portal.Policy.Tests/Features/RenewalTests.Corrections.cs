using System.Net;
using Portal.Contracts.Policies;
using Portal.Policies.Features.Policies;
using Portal.Policies.Tests.Support;
using Portal.Testing.Answers;

namespace Portal.Policies.Tests.Features;

public sealed partial class RenewalTests
{
    [Theory]
    [InlineData("2027-07-01", "/renewals")]
    [InlineData("2026-08-01", "/corrections")]
    public async Task Another_effective_date_by_edit_is_refused_and_names_the_event(string effective, string road)
    {
        using var response = await _partner.SendJsonAsync(
            HttpMethod.Patch, PathOf("GL-1"), $$"""{ "effective": "{{effective}}" }""", Stop, _policies["GL-1"].Etag);

        await response.AssertProblemAsync(
            HttpStatusCode.UnprocessableEntity, "patch-is-no-renewal", "effective", Stop);
        Assert.Contains(
            PathOf("GL-1") + road, (await response.ReadAsync<Problem>(Stop)).Detail, StringComparison.Ordinal);
        Assert.Equal(_policies["GL-1"].Etag, (await _partner.ReadAsync<PolicyResponse>(PathOf("GL-1"), Stop)).Etag);
        Assert.Empty(_service.Bus.Received<PoliciesRenewed>());
    }

    [Fact]
    public async Task A_correction_answers_the_policy_and_tells_of_it()
    {
        using var response = await _partner.SendJsonAsync(
            HttpMethod.Patch,
            PathOf("UM-2"),
            """{ "number": "UM-3", "effective": "2026-01-01", "expiration": "2027-02-01", "limits": { "retention": null, "eachOccurrence": 6000000 } }""",
            Stop,
            _policies["UM-2"].Etag);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var policy = await response.ReadAsync<PolicyResponse>(Stop);
        Assert.Equal(("UM-3", Some.Day("2027-02-01")), (policy.Number, policy.Expiration));
        Assert.Null(policy.Limits.Retention);
        Assert.Equal(response.Headers.ETag!.Tag, policy.Etag);
        Assert.Single(policy.Terms);
        var told = await _service.Bus.FirstAsync<PolicyChanged>(message => message.Policy.Number == "UM-3", Stop);
        Assert.Equal((6_000_000m, null), (told.Policy.Limits.EachOccurrence, told.Policy.Limits.Retention));
        Assert.Empty(_service.Bus.Received<PoliciesRenewed>());
    }

    [Fact]
    public async Task A_correction_on_a_stale_version_is_412_and_one_of_nothing_tells_nobody()
    {
        var tag = _policies["UM-2"].Etag;

        using var nothing = await _partner.SendJsonAsync(HttpMethod.Patch, PathOf("UM-2"), "{}", Stop, tag);
        using var first = await _partner.SendJsonAsync(
            HttpMethod.Patch, PathOf("UM-2"), """{ "number": "UM-3" }""", Stop, tag);
        using var stale = await _partner.SendJsonAsync(
            HttpMethod.Patch, PathOf("UM-2"), """{ "number": "UM-4" }""", Stop, tag);

        Assert.Equal((HttpStatusCode.OK, tag), (nothing.StatusCode, nothing.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed-meanwhile", "If-Match", Stop);
        await _service.Bus.FirstAsync<PolicyChanged>(message => message.Policy.Number == "UM-3", Stop);
        Assert.Single(_service.Bus.Received<PolicyChanged>());
    }
}
