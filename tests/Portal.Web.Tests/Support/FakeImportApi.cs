using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Portal.Web.Tests.Support;

/// <summary>Policy's imports, as part of the fake services.</summary>
internal sealed class FakeImportApi(ConcurrentDictionary<Guid, FakeImport> imports)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/imports", async (bool dryRun, HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return form.Files.Any(file => file.Name == "holders" && file.Length < 10)
                ? FakeServices.Problem(422, "upload-invalid", "The multipart form is broken or cut off; send it again.")
                : Accepted(new FakeImport(Guid.CreateVersion7(), dryRun, [.. form.Files.Select(file => file.Name)]));
        });
        routes.MapPost(
            "/api/v1/imports/{id:guid}/runs",
            (Guid id) => Accepted(new FakeImport(Guid.CreateVersion7(), dryRun: false, imports[id].Files)));
        routes.MapGet("/api/v1/imports/{id:guid}", (Guid id) => imports.TryGetValue(id, out var import)
            ? Results.Json(import.ToJson())
            : FakeServices.Problem(404, "import-not-found", "There is no import with this id."));
    }

    private IResult Accepted(FakeImport import)
    {
        imports[import.Id] = import;
        return Results.Json(import.ToJson(), statusCode: StatusCodes.Status202Accepted);
    }
}
