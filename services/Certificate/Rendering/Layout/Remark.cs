namespace Portal.Certificates.Rendering.Layout;

/// <summary>What did not fit into a field of the first page, under the field's name.</summary>
internal sealed record Remark(string Title, string Text);
