namespace NlOpt.Cli.Commands;

/// <summary>What <c>nlopt eval nl4opt</c> was asked for; the options say what each means. The model is null for the embedded reader alone.</summary>
internal sealed record Nl4OptRequest(
    string Split, int? Folds, int? Limit, string? Output, string? Compare, bool Json, ModelRequest? Model);
