namespace NlOpt.Datasets.Generation.Telling;

/// <summary>Forms of words as banks write them, parted by slashes.</summary>
internal static class WordForms
{
    /// <summary>The form for one: <c>table</c> of <c>table/tables</c>.</summary>
    public static string One(string forms) => forms.Split('/')[0];

    /// <summary>The form for many: <c>tables</c> of <c>table/tables</c>; the only one of stuff.</summary>
    public static string Many(string forms) => forms.Split('/')[^1];

    /// <summary>Whether it can be counted: it has a form for one and a form for many.</summary>
    public static bool IsCounted(string forms) => forms.Contains('/', StringComparison.Ordinal);

    /// <summary>The form for a number of them.</summary>
    public static string For(double number, string forms) => number == 1 ? One(forms) : Many(forms);
}
