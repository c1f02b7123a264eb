"""Capitalised words for peoples, faiths and parties, which stand before names without being part of them.

A closed class of English, as complete as it can be made: a name must be read
alike whichever of them stands before it.
"""

from __future__ import annotations

_NATIONS = """afghan albanian algerian american andorran angolan argentine argentinian armenian asian
australian austrian azerbaijani bahamian bahraini bangladeshi barbadian belarusian belgian belizean
beninese bhutanese bolivian bosnian botswanan brazilian british bruneian bulgarian burmese burundian
cambodian cameroonian canadian chadian chilean chinese colombian comorian congolese croatian cuban
cypriot czech danish djiboutian dominican dutch ecuadorean ecuadorian egyptian emirati english eritrean
estonian ethiopian european fijian filipino finnish french gabonese gambian georgian german ghanaian
greek greenlandic grenadian guatemalan guinean guyanese haitian honduran hungarian icelandic indian
indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean
kosovan kuwaiti kyrgyz laotian latvian lebanese liberian libyan lithuanian luxembourgish macedonian
malagasy malawian malaysian maldivian malian maltese mauritanian mauritian mexican moldovan mongolian
montenegrin moroccan mozambican namibian nepalese nepali nicaraguan nigerian nigerien norwegian omani
pakistani palestinian panamanian paraguayan peruvian polish portuguese qatari romanian russian rwandan
salvadoran samoan saudi scottish senegalese serbian singaporean slovak slovakian slovenian somali spanish
sudanese surinamese swedish swiss syrian taiwanese tajik tanzanian thai tibetan togolese tongan
trinidadian tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni
zambian zimbabwean african arab arctic balkan caribbean nordic"""
_FAITHS = """anglican atheist baha'i baptist buddhist catholic christian coptic evangelical hindu islamic
jain jewish lutheran methodist mormon muslim orthodox presbyterian protestant shia shiite sikh sunni"""
_PARTIES = """communist conservative democrat democratic green labour liberal libertarian nationalist
republican social socialist tory whig"""

PEOPLES = frozenset(f"{_NATIONS} {_FAITHS} {_PARTIES}".split())
