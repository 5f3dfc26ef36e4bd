using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>Letters that stand for whole names: "policy A earns $200 and B $350", "projects A, B and C".</summary>
internal sealed class LabelNames
{
    private readonly string _head;
    private readonly Dictionary<string, int> _variables;

    private LabelNames(string head, Dictionary<string, int> variables) => (_head, _variables) = (head, variables);

    /// <summary>The letters of a set of names; null where they do not all tell the same kind of thing apart.</summary>
    public static LabelNames? Of(IReadOnlyList<NameKey>[] names)
    {
        if (names.Length < 2) return null;
        var variables = new Dictionary<string, int>();
        string? head = null;
        for (var variable = 0; variable < names.Length; variable++)
        {
            var key = names[variable].FirstOrDefault(other => other.Length == 2 && other.Stems[1].Length == 1 && char.IsLetter(other.Stems[1][0]));
            if (key is null || (head is not null && key.Stems[0] != head) || !variables.TryAdd(key.Stems[1], variable)) return null;
            head = key.Stems[0];
        }

        return new LabelNames(head!, variables);
    }

    /// <summary>The variable that a letter stands for; null where it is none or belongs to another noun, as in "vitamins A and B".</summary>
    public int? At(Token[] tokens, int index)
    {
        var token = tokens[index];
        if (token.Raw.Length != 1 || !char.IsUpper(token.Raw[0]) || !_variables.TryGetValue(token.Stem, out var variable)) return null;
        var isArticle = token.Raw == "A" && (index == 0 || tokens[index - 1].Sentence != token.Sentence);
        if (isArticle) return null;
        var before = index - 1;
        while (before >= 0 && tokens[before].Sentence == token.Sentence && (tokens[before].Raw is "," || tokens[before].Lower is "and" or "or"
            || (tokens[before].Raw.Length == 1 && char.IsUpper(tokens[before].Raw[0])))) before--;
        if (before < 0 || tokens[before].Sentence != token.Sentence || !tokens[before].IsWord) return variable;
        return tokens[before].Stem == _head || WordLists.NeverNames.Contains(tokens[before].Lower) ? variable : null;
    }
}
