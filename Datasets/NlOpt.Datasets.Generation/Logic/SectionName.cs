using System.Text;

namespace NlOpt.Datasets.Generation.Logic;

/// <summary>Names of sections of the phrase book that follow from names of cases.</summary>
internal static class SectionName
{
    /// <summary><c>AndThenNot</c> becomes <c>and-then-not</c>.</summary>
    public static string Of(ActivityForm form)
    {
        var name = new StringBuilder();
        foreach (var sign in form.ToString())
        {
            if (char.IsUpper(sign) && name.Length > 0) name.Append('-');
            name.Append(char.ToLowerInvariant(sign));
        }

        return name.ToString();
    }
}
