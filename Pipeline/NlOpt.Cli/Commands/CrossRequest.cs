namespace NlOpt.Cli.Commands;

/// <summary>What <c>nlopt eval cross</c> was asked for; the options say what each means.</summary>
internal sealed record CrossRequest(string Folder, bool Train, int Folds, int[]? Only, bool AcceptStale, string? Items, string? Output, bool Json);
