namespace NlOpt.Cli.Commands;

/// <summary>What <c>nlopt eval summaries</c> was asked for; the options say what each means.</summary>
internal sealed record SummariesRequest(string? Folder, int[]? Only, bool AcceptStale, string Read, string? Items, string? Output, bool Json);
