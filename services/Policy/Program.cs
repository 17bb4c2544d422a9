using Portal.Policies;
using Portal.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddPolicyServices();

var app = builder.Build();
app.UseServiceDefaults();
app.MapPolicyApi();
await app.RunAsync();
