using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Portal.Web.Tests.Support;

/// <summary>Certificate's and Notification's part of the fake services.</summary>
internal sealed class FakeCertificateApi(FakeClients clients, FakeDistribution run)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/distributions", () => FakeServices.PageOf(
            [.. clients.All.Take(4).Select((client, index) => Latest(client.Id, index))], cursor: null));
        routes.MapGet("/api/v1/distributions/{id:guid}", (Guid id) => Results.Json(run.ToJson(id)));
        routes.MapGet("/api/v1/distributions/{id:guid}/events", EventsAsync);
        routes.MapGet("/api/v1/holders", Holders);
        routes.MapGet("/api/v1/renewal-recipients", Recipients);
        routes.MapGet("/api/v1/certificates", (Guid client, string? delivery, string? cursor) => FakeServices.PageOf(
            [.. Enumerable.Range(1, clients.Find(client)!.Holders)
                .Where(
                    number => delivery is null
                        || DeliveryOf(number) == delivery).Select(number => Certificate(client, number))], cursor));
        routes.MapGet(
            "/api/v1/certificates/{id:guid}",
            (Guid id) => Results.Json(Certificate(clients.Of(FakeClients.Heavy).Id, 3)));
        routes.MapGet(
            "/api/v1/certificates/{id:guid}/document",
            () => Results.File(
                FakePdf.Page("CERTIFICATE OF LIABILITY INSURANCE"), "application/pdf", "AC-1000-0003-r1.pdf"));
        routes.MapPost(
            "/api/v1/certificate-previews", (PreviewBody body) => !run.RefusesPreviews
                && body is { Insured: not null, Policies.Count: > 0 }
            ? Results.File(FakePdf.Page("PREVIEW"), "application/pdf")
            : FakeServices.Problem(422, "nothing-shown", "The holder is shown none of these policies."));
        routes.MapGet("/api/v1/deliveries", (string status) => FakeServices.PageOf(Deliveries(status), cursor: null));
        routes.MapPost("/api/v1/deliveries/{id:guid}/retries", Retry);
        routes.MapPost("/api/v1/deliveries/retries", RetryAll);
    }

    private IResult Holders(Guid client, string? q, bool? receivesRenewals, string? cursor) => FakeServices.PageOf(
        [.. clients.Find(client)!.HolderRows()
            .Where(
                (_, index) => q is null
                    || FakeClient.HolderName(index + 1).Contains(q, StringComparison.OrdinalIgnoreCase))
            .Where((_, index) => receivesRenewals is null || FakeClient.Receives(index + 1) == receivesRenewals)],
        cursor);

    private IResult Recipients(Guid client, bool receives, int limit, string? cursor)
    {
        var found = clients.Find(client)!;
        var numbers = Enumerable.Range(1, found.Holders).ToList();
        var rows = numbers.Where(number => FakeClient.Receives(number) == receives).Select(number => new
        {
            shareId = FakeClient.HolderId(number),
            holder = new { name = FakeClient.HolderName(number), email = $"certs{number}@holder.example" },
            policies = found.Policies.Select(
                policy => new { id = policy.Id, line = policy.Line, number = policy.Number }),
            receives,
            reason = receives ? "receives" : "receives_no_renewals",
        }).ToList();
        return FakeServices.PageOf(rows, cursor, limit, page =>
        {
            page["willReceive"] = numbers.Count(FakeClient.Receives);
            page["willNotReceive"] = numbers.Count(number => !FakeClient.Receives(number));
        });
    }

    private async Task EventsAsync(Guid id, HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        var told = "";
        while (!http.RequestAborted.IsCancellationRequested)
        {
            var now = JsonSerializer.Serialize(run.ToJson(id));
            if (now != told)
            {
                told = now;
                await http.Response.WriteAsync($"event: progress\ndata: {now}\n\n", Encoding.UTF8, http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }

            if (run.State == "finished")
            {
                await http.Response.WriteAsync($"event: end\ndata: {now}\n\n", Encoding.UTF8, http.RequestAborted);
                return;
            }

            await Task.Delay(Interval, http.RequestAborted);
        }
    }

    private object[] Deliveries(string status) => status == "pending"
        ? [.. run.Retried.Select(id => Delivery(id, "Holder", null))]
        : [.. run.Failures.Select(failure => Delivery(failure.Id, failure.Holder, failure.Answer))];

    private IResult Retry(Guid id)
    {
        if (run.Failures.Find(failure => failure.Id == id) is not { Holder: { } holder })
        {
            return FakeServices.Problem(
                409, "delivery-not-failed", "The delivery is queued; only a failed one can be tried again.");
        }

        run.Retried.Add(id);
        run.Failures.RemoveAll(failure => failure.Id == id);
        return Results.Json(Delivery(id, holder, null), statusCode: StatusCodes.Status202Accepted);
    }

    private IResult RetryAll(Guid distribution)
    {
        var failed = run.Failures.Select(failure => failure.Id).ToList();
        run.Retried.AddRange(failed);
        run.Failures.Clear();
        return Results.Json(new { retried = failed.Count }, statusCode: StatusCodes.Status202Accepted);
    }

    private static object Delivery(Guid id, string holder, string? answer) => new
    {
        id,
        certificateId = Guid.CreateVersion7(),
        distributionId = Guid.CreateVersion7(),
        holder = new { name = holder, email = "certs@holder.example" },
        status = "failed",
        attempts = 5,
        lastAnswer = answer,
    };

    private static object Latest(Guid client, int index) => new
    {
        id = Guid.CreateVersion7(),
        clientId = client,
        status = index == 3 ? "running" : "finished",
        total = 2000,
        issued = 2000,
        delivered = index == 3 ? 412 : 2000 - index,
        failed = index == 1 ? 1 : 0,
        startedAt = DateTimeOffset.UtcNow.AddDays(-1),
    };

    private static string DeliveryOf(int number) => number % 4 == 0 ? "failed" : "delivered";

    private static object Certificate(Guid client, int number) => new
    {
        id = FakeClient.HolderId(number),
        clientId = client,
        number = $"AC-1000-{number:0000}",
        revision = 1,
        status = number % 7 == 0 ? "superseded" : number % 11 == 0 ? "expired" : "current",
        holder = new { name = FakeClient.HolderName(number), email = $"certs{number}@holder.example" },
        policies = new[]
        {
            new
            {
                line = "general_liability",
                number = "GL-2026-88231",
                effective = FakeClients.Today.AddDays(-30),
                expiration = FakeClients.Today.AddDays(335),
            },
        },
        issuedAt = DateTimeOffset.UtcNow.AddDays(-1),
        verificationUrl = "https://portal.example/verify/abc",
        delivery = DeliveryOf(number),
        deliveryDetail = number % 4 == 0 ? "550 5.1.1 no such user" : null,
    };

    internal sealed record PreviewBody(object? Insured, IReadOnlyList<object>? Policies);
}
