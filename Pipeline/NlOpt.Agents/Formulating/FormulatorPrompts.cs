using System.Collections.Frozen;
using NlOpt.LanguageModels.Prompts;

namespace NlOpt.Agents.Formulating;

/// <summary>The prompts of the formulator, by name; loaded once.</summary>
internal static class FormulatorPrompts
{
    private static readonly FrozenDictionary<string, PromptFile> Files =
        new[] { "variables", "parts", "objective", "amounts", "share", "comparison", "logic", "choice", "conditional", "selfcheck" }
            .ToFrozenDictionary(name => name, name => PromptFile.Load(typeof(FormulatorPrompts).Assembly, name));

    /// <summary>The prompt of a name.</summary>
    public static PromptFile Of(string name) => Files[name];
}
