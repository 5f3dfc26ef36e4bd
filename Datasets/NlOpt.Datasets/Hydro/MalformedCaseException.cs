namespace NlOpt.Datasets.Hydro;

/// <summary>Carries the first fault of a file up to the loader, which turns it into a diagnostic with the name of the file.</summary>
internal sealed class MalformedCaseException(string code, string message, string remedy, int? line = null, int? column = null) : Exception(message)
{
    public string Code { get; } = code;

    public string Remedy { get; } = remedy;

    public int? Line { get; } = line;

    public int? Column { get; } = column;
}
