using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Telling;

/// <summary>Names who decides, and bends the verbs that follow.</summary>
internal sealed class AgentWords
{
    private readonly string _name;
    private readonly string _pronoun;
    private readonly string _verbs;
    private readonly TellingStyle _style;
    private readonly RandomNumbers _random;
    private bool _isKnown;

    public AgentWords(IReadOnlyList<string> agents, string verbs, TellingStyle style, RandomNumbers random)
    {
        var forms = random.Pick(agents).Split('/');
        (_name, _pronoun, _verbs, _style, _random) = (forms[0], forms[1], verbs, style, random);
    }

    /// <summary>Whether its verbs are those of one.</summary>
    public bool IsSingular => _pronoun is "it" or "he" or "she";

    /// <summary>Fills the slots that speak of who decides: <c>{agent}</c>, <c>{agent:whom}</c> where it is no subject, <c>{its}</c>, <c>{v:wants/want}</c>, <c>{make}</c> and its forms.</summary>
    public void Fill(Scope scope)
    {
        var verb = _verbs.Split('/');
        scope.Set("agent", Named).Set("its", Possessive);
        scope.Set("v", (draft, argument) => draft.Write(argument.Split('/')[IsSingular ? 0 : 1]));
        scope.Set("make", verb[0]).Set("makes", IsSingular ? verb[1] : verb[0]).Set("made", verb[2]).Set("making", verb[3]);
    }

    /// <summary>Every place of a draft where it was named.</summary>
    public HashSet<int> Places { get; } = [];

    /// <summary>A place where it is not named again: after "makes 5 tables and".</summary>
    public int OmittedAt { private get; set; } = -1;

    private void Named(TextDraft draft, string place)
    {
        Places.Add(draft.Length);
        if (draft.Length == OmittedAt)
        {
            draft.Note("shared-subject");
            return;
        }

        var wasKnown = _isKnown;
        _isKnown = true;
        if (!wasKnown && _name != _pronoun) draft.Write(_name);
        else if (_name == _pronoun || _random.Chance(_style.ShareOfPronouns)) draft.Write(place == "whom" ? Object : _pronoun);
        else draft.Write(Definite);
    }

    private string Definite => _name.StartsWith("a ", StringComparison.Ordinal) ? "the " + _name[2..]
        : _name.StartsWith("an ", StringComparison.Ordinal) ? "the " + _name[3..]
        : char.IsLower(_name[0]) && !_name.StartsWith("the ", StringComparison.Ordinal) && !IsPossessed(_name) ? "the " + _name : _name;

    private static bool IsPossessed(string name) => name.StartsWith("my ", StringComparison.Ordinal) || name.StartsWith("our ", StringComparison.Ordinal);

    private string Object => _pronoun switch
    {
        "he" => "him",
        "she" => "her",
        "we" => "us",
        "they" => "them",
        var same => same,
    };

    /// <summary>The possessive: "its", "her".</summary>
    public string Possessive => _pronoun switch
    {
        "he" => "his",
        "she" => "her",
        "it" => "its",
        "you" => "your",
        "we" => "our",
        _ => "their",
    };
}
