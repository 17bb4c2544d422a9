using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Portal.Web.Tests.Support;

/// <summary>Identity's proposals of other primary contacts.</summary>
internal sealed class FakeContactProposalsApi(FakeClientsApi clients)
{
    /// <summary>Those that nobody has decided on.</summary>
    public List<FakeContactProposal> Waiting { get; } = [];

    /// <summary>Those that were confirmed, the first first.</summary>
    public List<FakeContactProposal> Confirmed { get; } = [];

    /// <summary>Confirmations after which the second factor is too old again; null for never.</summary>
    public int? FreshFor { get; set; }

    /// <summary>Puts a proposal of another address and of no number into the list.</summary>
    /// <param name="client">The client.</param>
    /// <param name="email">The address.</param>
    /// <param name="problem">Status and code by which a confirmation is refused; null where it is not.</param>
    public FakeContactProposal Add(FakeClient client, string email, (int Status, string Code)? problem = null)
    {
        Waiting.Add(new FakeContactProposal(Guid.CreateVersion7(), client, email, problem));
        return Waiting[^1];
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/contact-proposals", (Guid? client, string? cursor, int limit) => FakeServices.PageOf(
            [.. Waiting.Where(one => client is null || one.Client.Id == client)
                .Select(one => one.ToJson())], cursor, limit));
        routes.MapPost("/api/v1/contact-proposals/{id:guid}/confirmation", Confirm);
        routes.MapDelete(
            "/api/v1/contact-proposals/{id:guid}",
            (Guid id) => Waiting.RemoveAll(one => one.Id == id) > 0 ? Results.NoContent() : Unknown());
    }

    private IResult Confirm(Guid id)
    {
        if (Waiting.Find(one => one.Id == id) is not { } found)
        {
            return Unknown();
        }

        if (found.Problem is { } problem)
        {
            return FakeServices.Problem(problem.Status, problem.Code, $"Identity says {problem.Code}.");
        }

        Waiting.Remove(found);
        Confirmed.Add(found);
        clients.IsFresh = Confirmed.Count != FreshFor;
        return Results.NoContent();
    }

    private static IResult Unknown() =>
        FakeServices.Problem(
            404,
            "contact-proposal-not-found",
            "There is no such proposal; it was decided, or replaced by a newer one.");
}

/// <summary>Another primary contact that an import names.</summary>
internal sealed record FakeContactProposal(Guid Id, FakeClient Client, string Email, (int Status, string Code)? Problem)
{
    public object ToJson() => new
    {
        id = Id,
        clientId = Client.Id,
        clientRef = Client.Ref,
        clientName = Client.Name,
        current = new
        {
            name = Client.Contacts[0].Name,
            email = Client.Contacts[0].Email,
            mobile = Client.Contacts[0].Mobile,
        },
        proposed = new { name = Client.Contacts[0].Name, email = Email, mobile = (string?)null },
        proposedBy = "Harborlight's agency management system",
        importId = Guid.CreateVersion7(),
        proposedAt = DateTimeOffset.UtcNow.AddHours(-3),
    };
}
